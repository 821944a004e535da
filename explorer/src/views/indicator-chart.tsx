import { useState } from "preact/hooks";
import { useWords } from "../i18n/language.js";
import { FigureEvidence } from "../panel/entity-panel.js";
import type { Chart, Point } from "./chart-data.js";

/** Colours of places: apart from one another for all kinds of colour vision, with contrast on light and dark. */
const COLORS = ["#2a78b8", "#c4661f", "#2f8f5b", "#a4509c", "#8a7a1d", "#c23b50", "#4a7f8c", "#7a62c9"];

const WIDTH = 420;
const LABEL = 96;
const BAR = 16;
const GAP = 12;

interface Props {
  chart: Chart;
  /** Ids in the order of the choice, for colours. */
  places: readonly string[];
  names: ReadonlyMap<string, string>;
}

/** One indicator: bars by period and place, targets as dashed frames; each bar opens its evidence. */
export function IndicatorChart({ chart, places, names }: Props) {
  const words = useWords();
  const { t } = words;
  const [open, setOpen] = useState<Point>();
  const color = (subject: string) => COLORS[Math.max(0, places.indexOf(subject)) % COLORS.length]!;
  const most = Math.max(...chart.points.map(({ figure }) => Math.abs(figure.value)), Number.MIN_VALUE);
  const room = WIDTH - LABEL - 90;
  const groups = chart.periods.map((period) => ({
    period,
    points: chart.points.filter((point) => point.period === period),
  }));
  const isTarget = ({ figure }: Point) => figure.status === "TARGET";
  const shown = (point: Point) =>
    words.figure(point.figure) + (isTarget(point) ? ` ${t("compare.target")}` : "");
  const label = (point: Point) =>
    `${names.get(point.subject)} ${point.period ?? t("compare.undated")} ${shown(point)}`;
  let y = 4;
  const marks = groups.flatMap(({ period, points }) => {
    const top = y;
    const bars = points.map((point) => {
      const bar = { point, y, width: Math.max(2, (room * Math.abs(point.figure.value)) / most) };
      y += BAR + 3;
      return bar;
    });
    y += GAP;
    return [{ period, top, bars }];
  });
  return (
    <figure class="chart">
      <figcaption>{chart.indicator}</figcaption>
      <div class="places">
        {chart.subjects.map((subject) => (
          <span key={subject} class="kind">
            <span class="swatch" style={{ background: color(subject) }} aria-hidden="true" />{" "}
            {names.get(subject)}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset within SVG */}
      <svg viewBox={`0 0 ${WIDTH} ${y}`} role="group" aria-label={chart.indicator}>
        {marks.map(({ period, top, bars }) => (
          <g key={period}>
            <text x="0" y={top + 12}>
              {period ?? t("compare.undated")}
            </text>
            {bars.map(({ point, y: at, width }) => (
              // biome-ignore lint/a11y/useSemanticElements: a bar of a chart that opens its evidence
              <g
                key={point.figure.id}
                role="button"
                tabindex={0}
                class="bar-button"
                aria-label={label(point)}
                aria-expanded={open === point}
                onClick={() => setOpen(open === point ? undefined : point)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" && event.key !== " ") return;
                  event.preventDefault();
                  setOpen(open === point ? undefined : point);
                }}
              >
                <title>{label(point)}</title>
                <rect
                  x={LABEL}
                  y={at}
                  width={width}
                  height={BAR}
                  rx="2"
                  fill={color(point.subject)}
                  fill-opacity={isTarget(point) ? 0.2 : 1}
                />
                {isTarget(point) && (
                  <rect class="target" x={LABEL} y={at + 1} width={width} height={BAR - 2} rx="2" />
                )}
                <text x={LABEL + width + 5} y={at + 12}>
                  {shown(point)}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
      {open && <FigureEvidence subject={open.subject} id={open.figure.id} />}
    </figure>
  );
}
