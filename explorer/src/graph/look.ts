import { TYPES } from "../generated/ontology.js";

/** How a type is drawn: fill, character, and the colour of the character on the fill. */
export interface Look {
  color: string;
  icon: string;
  ink: string;
}

/** Relative luminance of `#rrggbb` as WCAG defines it. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const LOOKS = new Map<string, Look>(
  TYPES.map(({ type, color, icon }) => [
    type,
    { color, icon, ink: luminance(color) > 0.18 ? "#101418" : "#ffffff" },
  ]),
);

export const lookOf = (type: string): Look =>
  LOOKS.get(type) ?? { color: "#888888", icon: "?", ink: "#101418" };

/** A colour between two, `share` of the second. */
export function mix(first: string, second: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [first, second].map((color) => Number.parseInt(color.slice(at, at + 2), 16)) as [
      number,
      number,
    ];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/** A node's radius in units of the layout, pixels at scale one: by how often documents mention it, held within bounds. */
export const radiusOf = (mentions: number): number => 7 + Math.min(9, 2.2 * Math.log2(1 + mentions));
