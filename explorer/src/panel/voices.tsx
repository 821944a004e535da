import type { VoiceFragment } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { useHere } from "../state/use-address.js";

/** Sentences of documents that state something; each opens its document at these characters. */
export function Voices({ voices }: { voices: readonly VoiceFragment[] }) {
  const { t } = useWords();
  const { go } = useHere();
  if (voices.length === 0) return <p class="note">{t("panel.noEvidence")}</p>;
  return (
    <ul class="voices">
      {voices.map((voice) => (
        <li key={`${voice.document?.id} ${voice.start} ${voice.end}`}>
          <blockquote title={t("evidence.rule", { rule: voice.rule, confidence: voice.confidence })}>
            {voice.text.replaceAll("\t", " · ")}
          </blockquote>
          {voice.document && (
            <button
              type="button"
              class="source"
              onClick={() => go({ doc: voice.document!.id, at: [voice.start, voice.end] })}
            >
              <span class="visually-hidden">{t("evidence.open")}: </span>
              {voice.document.title ?? voice.document.id}
              {voice.document.date ? `, ${voice.document.date}` : ""}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
