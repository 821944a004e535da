import { useEffect, useRef } from "preact/hooks";
import { useWords } from "../i18n/language.js";
import { useHere } from "../state/use-address.js";
import { DocumentReader } from "./document-reader.js";
import { EntityPanel } from "./entity-panel.js";
import { LinkPanel } from "./link-panel.js";

/** The panel beside the view: the open document, else the chosen link, else the chosen entity. */
export function Aside() {
  const { address, go } = useHere();
  const { t } = useWords();
  const panel = useRef<HTMLElement>(null);
  const { doc, link, chosen } = address;
  const shown = doc ?? link ?? chosen;
  // What is new is read from its top; a document scrolls to its mark by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is shown anew
  useEffect(() => {
    if (!doc) panel.current?.scrollTo(0, 0);
  }, [doc, link, chosen]);
  if (!shown) return null;
  const close = () => {
    if (doc) go({ doc: undefined, at: undefined });
    else if (link) go({ link: undefined });
    else go({ chosen: undefined });
  };
  return (
    <aside ref={panel} aria-label={t(doc ? "document.title" : "panel.entity")} tabIndex={-1}>
      <button type="button" class="close" onClick={close}>
        {t(doc && (link || chosen) ? "back" : "close")}
      </button>
      {doc ? (
        <DocumentReader key={doc} id={doc} />
      ) : link ? (
        <LinkPanel id={link} />
      ) : (
        <EntityPanel id={chosen!} />
      )}
    </aside>
  );
}
