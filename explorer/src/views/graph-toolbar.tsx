import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Drawing } from "../graph/drawing.js";
import { download, toPng, toSvg } from "../graph/picture.js";
import { useWords } from "../i18n/language.js";
import { useHere } from "../state/use-address.js";

interface Props {
  drawing: RefObject<Drawing>;
  counts: { nodes: readonly unknown[]; links: readonly unknown[] };
  listed: boolean;
  onList: () => void;
}

/** Formats of the server, each as people call it. */
const FORMATS: readonly (readonly [format: string, name: string])[] = [
  ["gexf", "GEXF (Gephi)"],
  ["graphml", "GraphML"],
  ["cytoscape", "Cytoscape"],
  ["csv", "CSV (ZIP)"],
  ["jsonld", "JSON-LD"],
];

/** Saves the entities with their neighbours, or with none given the whole graph; the server's message where it refuses. */
async function saveExport(format: string, around: readonly string[]): Promise<string | undefined> {
  const query = new URLSearchParams(around.map((id) => ["around", id]));
  const response = await fetch(`/export/${format}?${query}`);
  if (!response.ok) {
    const { errors } = await response.json();
    return errors[0].message;
  }
  // The server knows what the file is called.
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  download(name ?? `zhitu.${format}`, await response.blob());
  return undefined;
}

/** What can be done with the drawing as a whole. */
export function GraphToolbar({ drawing, counts, listed, onList }: Props) {
  const { address, go } = useHere();
  const { t } = useWords();
  const [refusal, setRefusal] = useState<string>();
  const svg = () =>
    download("zhitu.svg", new Blob([toSvg(drawing.current!.picture())], { type: "image/svg+xml" }));
  const png = async () => download("zhitu.png", await toPng(drawing.current!.picture()));
  return (
    <div class="toolbar" role="toolbar" aria-label={t("view.graph")}>
      <output>{t("graph.counts", { nodes: counts.nodes.length, links: counts.links.length })}</output>
      <button type="button" onClick={() => drawing.current?.zoom("in")} aria-label={t("graph.zoomIn")}>
        ＋
      </button>
      <button type="button" onClick={() => drawing.current?.zoom("out")} aria-label={t("graph.zoomOut")}>
        －
      </button>
      <button type="button" onClick={() => drawing.current?.fit()}>
        {t("graph.fit")}
      </button>
      {address.around.length + address.show.length + address.path.length > 0 && (
        <button
          type="button"
          onClick={() => go({ around: [], show: [], path: [], hide: [], pins: {}, limit: undefined })}
        >
          {t("graph.overview")}
        </button>
      )}
      {address.hide.length > 0 && (
        <button type="button" onClick={() => go({ hide: [] })}>
          {t("graph.showAll", { n: address.hide.length })}
        </button>
      )}
      <button type="button" aria-pressed={listed} onClick={onList}>
        {t("graph.list")}
      </button>
      <button type="button" onClick={png}>
        {t("graph.png")}
      </button>
      <button type="button" onClick={svg}>
        {t("graph.svg")}
      </button>
      <label class="export">
        <span class="visually-hidden">{t("graph.export")}</span>
        <select
          value=""
          onChange={({ currentTarget }) => {
            const format = currentTarget.value;
            currentTarget.value = "";
            if (format === "") return;
            saveExport(format, [...address.around, ...address.show]).then(setRefusal, () =>
              setRefusal(t("failure.lost")),
            );
          }}
        >
          <option value="">{t("graph.export")}</option>
          {FORMATS.map(([format, name]) => (
            <option key={format} value={format}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {refusal !== undefined && (
        <span class="notice" role="alert">
          {refusal}
        </span>
      )}
    </div>
  );
}
