import { compileConnection } from "../compile/connection.js";
import { returning } from "../compile/context.js";
import type { Link } from "../model/types.js";
import type { RootField } from "./types.js";

/** `companies`, `documents`: a filtered, ordered page of all. */
export function listField(link: Link): RootField {
  return {
    name: link.name,
    compile(context, selected) {
      const { expression, shape, calls } = compileConnection(context, link, "", selected);
      return {
        text: `${returning({ expression, calls })}`,
        read: ([value], variables) => shape(value as never, variables),
      };
    },
  };
}
