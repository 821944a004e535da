import { useEffect, useState } from "preact/hooks";

interface Props {
  label: string;
  value: number | undefined;
  onChange: (year: number | undefined) => void;
}

/** A year of four digits, taken once it is whole; empty for none. */
export function YearField({ label, value, onChange }: Props) {
  const [text, setText] = useState(String(value ?? ""));
  useEffect(() => setText(String(value ?? "")), [value]);
  return (
    <input
      class="year"
      type="text"
      inputMode="numeric"
      maxLength={4}
      size={4}
      aria-label={label}
      placeholder="----"
      value={text}
      onInput={(event) => {
        const typed = event.currentTarget.value.replace(/\D/g, "");
        setText(typed);
        if (typed === "") onChange(undefined);
        else if (typed.length === 4) onChange(Number(typed));
      }}
      onBlur={() => setText(String(value ?? ""))}
    />
  );
}
