import type { GraphLink, GraphNode } from "../graph/data.js";
import { useWords } from "../i18n/language.js";
import { EntityName } from "../parts/entity-name.js";

/** The drawing as a table, for those who do not see it: entities by type, with their number of links. */
export function GraphList({
  visible,
}: {
  visible: { nodes: readonly GraphNode[]; links: readonly GraphLink[] };
}) {
  const { t, type } = useWords();
  const links = new Map<string, number>();
  for (const { source, target } of visible.links) {
    for (const end of [source, target]) links.set(end, (links.get(end) ?? 0) + 1);
  }
  const nodes = [...visible.nodes].sort((a, b) => (links.get(b.id) ?? 0) - (links.get(a.id) ?? 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section class="graph-list" aria-label={t("graph.listTitle")} tabIndex={0}>
      <table>
        <caption>{t("graph.listTitle")}</caption>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.id}>
              <th scope="row">
                <EntityName entity={{ ...node, __typename: node.type }} />
              </th>
              <td>{type(node.type)}</td>
              <td>{t("panel.links", { n: links.get(node.id) ?? 0 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
