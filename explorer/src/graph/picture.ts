/** A drawing in pixels, ready to be written as a picture. */
export interface Picture {
  width: number;
  height: number;
  background: string;
  ink: string;
  font: string;
  links: readonly { from: Point; to: Point; curvature: number; color: string; width: number }[];
  nodes: readonly {
    at: Point;
    radius: number;
    color: string;
    icon: string;
    iconInk: string;
    label: string;
    /** Where the name begins; absent where it is not written. */
    labelAt?: Point;
  }[];
}

export interface Point {
  x: number;
  y: number;
}

/** Times the size on screen, for print. */
const PNG_SCALE = 2;

const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const px = (value: number) => String(Math.round(value * 10) / 10);

/** The drawing as a stand-alone SVG. */
export function toSvg({ width, height, background, ink, font, links, nodes }: Picture): string {
  const lines = links.map(({ from, to, curvature, color, width: stroke }) => {
    const bend = {
      x: (from.x + to.x) / 2 + (to.y - from.y) * curvature,
      y: (from.y + to.y) / 2 - (to.x - from.x) * curvature,
    };
    const path = `M${px(from.x)} ${px(from.y)}Q${px(bend.x)} ${px(bend.y)} ${px(to.x)} ${px(to.y)}`;
    return `<path d="${path}" fill="none" stroke="${color}" stroke-width="${px(stroke)}"/>`;
  });
  const circles = nodes.map(({ at, radius, color, icon, iconInk }) => {
    const circle = `<circle cx="${px(at.x)}" cy="${px(at.y)}" r="${px(radius)}" fill="${color}"/>`;
    if (radius < 6) return circle;
    return `${circle}<text x="${px(at.x)}" y="${px(at.y)}" dy="0.36em" font-size="${px(radius)}" text-anchor="middle" fill="${iconInk}">${escapeText(icon)}</text>`;
  });
  const labels = nodes.flatMap(({ label, labelAt: at }) =>
    at
      ? `<text x="${px(at.x)}" y="${px(at.y)}" dy="0.36em" fill="${ink}" stroke="${background}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${escapeText(label)}</text>`
      : [],
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeText(font)}" font-size="13">
<rect width="100%" height="100%" fill="${background}"/>
${[...lines, ...circles, ...labels].join("\n")}
</svg>
`;
}

/** The drawing as a PNG of twice its size. */
export async function toPng(picture: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([toSvg(picture)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.width * PNG_SCALE;
    canvas.height = picture.height * PNG_SCALE;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the reader. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
