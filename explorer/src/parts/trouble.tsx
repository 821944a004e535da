import type { Failure } from "../api/client.js";
import type { Awaited } from "../api/use-answer.js";
import { useWords } from "../i18n/language.js";

/** What went wrong and what to do about it. */
export function Trouble({ failure, retry }: { failure: Failure; retry?: () => void }) {
  const { t } = useWords();
  return (
    <div class="trouble" role="alert" data-kind={failure.kind}>
      <p>{t(`failure.${failure.kind}`, { message: failure.message })}</p>
      {retry && (
        <button type="button" onClick={retry}>
          {t("retry")}
        </button>
      )}
    </div>
  );
}

/** Says that something is awaited, that it takes long, or that it failed; nothing once it is there. */
export function Waiting<Data>({ answer }: { answer: Awaited<Data> }) {
  const { t } = useWords();
  if (answer.failure) return <Trouble failure={answer.failure} retry={answer.retry} />;
  if (!answer.loading) return null;
  return (
    <p class="waiting" role="status">
      {t(answer.slow ? "slow" : "loading")}
    </p>
  );
}
