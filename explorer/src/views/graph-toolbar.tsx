import type { RefObject } from "preact";
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

/** What can be done with the drawing as a whole. */
export function GraphToolbar({ drawing, counts, listed, onList }: Props) {
  const { address, go } = useHere();
  const { t } = useWords();
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
    </div>
  );
}
