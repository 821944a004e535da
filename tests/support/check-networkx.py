"""Opens a GEXF or GraphML file with networkx and prints what it found as JSON."""

import json
import sys

import networkx

path = sys.argv[1]
if path.endswith(".gexf"):
    graph = networkx.read_gexf(path)
else:
    graph = networkx.read_graphml(path)
won = [data for _, _, data in graph.edges("company:三年公司", data=True) if data["relationType"] == "WON"]
print(
    json.dumps(
        {
            "nodes": graph.number_of_nodes(),
            "edges": graph.number_of_edges(),
            "directed": graph.is_directed(),
            "years": sorted(data["year"] for data in won),
            "city": dict(graph.nodes["city:江洲市"]),
        }
    )
)
