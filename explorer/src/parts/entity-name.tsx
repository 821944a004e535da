import { lookOf } from "../graph/look.js";
import { useWords } from "../i18n/language.js";
import { useHere } from "../state/use-address.js";

export interface Named {
  __typename: string;
  id: string;
  name: string;
}

/** The coloured character of a type. */
export function TypeMark({ type }: { type: string }) {
  const { icon, color, ink } = lookOf(type);
  return (
    <span class="mark" style={{ background: color, color: ink }} aria-hidden="true">
      {icon}
    </span>
  );
}

/** An entity as a button that chooses it and shows its panel. */
export function EntityName({ entity, bare }: { entity: Named; bare?: boolean }) {
  const { go } = useHere();
  const { type } = useWords();
  return (
    <button
      type="button"
      class="entity"
      title={type(entity.__typename)}
      onClick={() => go({ chosen: entity.id, link: undefined, doc: undefined, at: undefined })}
    >
      {!bare && <TypeMark type={entity.__typename} />}
      {entity.name}
    </button>
  );
}
