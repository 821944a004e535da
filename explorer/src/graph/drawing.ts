import { DEFAULT_EDGE_CURVATURE, EdgeCurvedArrowProgram, indexParallelEdgesIndex } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { animateNodes } from "sigma/utils";
import type { GraphLink, GraphNode } from "./data.js";
import type { Positions } from "./layout.js";
import { lookOf, mix, radiusOf } from "./look.js";
import type { Picture } from "./picture.js";

/** What a reader does to the drawing. */
export interface DrawingEvents {
  chooseNode(id: string): void;
  chooseLink(id: string): void;
  chooseNothing(): void;
  expand(id: string): void;
  pin(id: string, at: readonly [number, number]): void;
}

interface Scene {
  nodes: readonly GraphNode[];
  links: readonly GraphLink[];
  positions: Positions;
  pinned: ReadonlySet<string>;
  expanded: ReadonlySet<string>;
}

export interface Chosen {
  node?: string;
  link?: string;
}

const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif';
/** Above this many nodes links and labels hide while the picture moves. */
const MANY = 800;
/** Least radius in pixels at which a node carries its character. */
const ICON_RADIUS = 6;
/** Units that the picture shows at least in each direction. */
const LEAST_EXTENT = 420;
/** How much of their colour others lose when one is chosen. */
const FADE = 0.82;

/** The drawing in its element: sigma over a graph that follows what it is told to show. */
export class Drawing {
  private readonly graph = new MultiDirectedGraph();
  private readonly sigma: Sigma;
  private readonly icons: CanvasRenderingContext2D;
  private chosen: Chosen = {};
  /** What stays bright while something is chosen or pointed at. */
  private bright: { nodes: Set<string>; links: Set<string> } | null = null;
  private hovered: string | undefined;
  private pinned: ReadonlySet<string> = new Set();
  private expanded: ReadonlySet<string> = new Set();
  private colors = { background: "#ffffff", ink: "#101418", link: "#9aa5b1" };
  private stopAnimation: (() => void) | undefined;
  /** The whole is shown again when something else is drawn, until then the reader's view is kept. */
  private drawn = "";

  constructor(
    private readonly element: HTMLElement,
    private readonly events: DrawingEvents,
  ) {
    this.sigma = new Sigma(this.graph, element, {
      allowInvalidContainer: true,
      defaultEdgeType: "arrow",
      edgeProgramClasses: { curved: EdgeCurvedArrowProgram },
      enableEdgeEvents: true,
      labelFont: FONT,
      labelSize: 13,
      labelDensity: 0.9,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 6,
      zIndex: true,
      // Sizes are in the layout's units, so that what the layout keeps apart never overlaps.
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio,
      minCameraRatio: 0.02,
      maxCameraRatio: 8,
      stagePadding: 30,
      nodeReducer: (id, data) => this.reduceNode(id, data as never) as never,
      edgeReducer: (id, data) => this.reduceLink(id, data as never) as never,
      defaultDrawNodeHover: (context, data, settings) => {
        // The ring of what is pointed at; its label is drawn above all others.
        context.beginPath();
        context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
        context.strokeStyle = this.colors.ink;
        context.lineWidth = 2;
        context.stroke();
        this.writeLabel(context, data as never, `600 ${settings.labelSize}px ${FONT}`);
      },
      defaultDrawNodeLabel: (context, data, settings) =>
        this.writeLabel(context, data as never, `${settings.labelSize}px ${FONT}`),
    });
    this.sigma.createCanvas("icons", { afterLayer: "labels", style: { pointerEvents: "none" } });
    this.icons = this.sigma.getCanvases().icons!.getContext("2d")!;
    this.sigma.on("afterRender", () => this.drawIcons());
    this.listen();
    this.recolor();
  }

  /** Takes the colours of the page's theme. */
  recolor(): void {
    const style = getComputedStyle(this.element);
    const read = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
    this.colors = {
      background: read("--surface", "#ffffff"),
      ink: read("--ink", "#101418"),
      link: read("--link-line", "#9aa5b1"),
    };
    this.sigma.refresh();
  }

  /** Shows these nodes and links and no others; what stays moves to its new place. */
  show({ nodes, links, positions, pinned, expanded }: Scene): void {
    this.stopAnimation?.();
    this.pinned = pinned;
    this.expanded = expanded;
    const many = nodes.length > MANY;
    this.sigma.setSettings({ hideEdgesOnMove: many, hideLabelsOnMove: many, enableEdgeEvents: !many });
    const wantedNodes = new Set(nodes.map(({ id }) => id));
    const wantedLinks = new Set(links.map(({ id }) => id));
    for (const id of this.graph.edges()) if (!wantedLinks.has(id)) this.graph.dropEdge(id);
    for (const id of this.graph.nodes()) if (!wantedNodes.has(id)) this.graph.dropNode(id);
    const targets: Record<string, { x: number; y: number }> = {};
    const anyBefore = this.graph.order > 0;
    for (const node of nodes) {
      const [x, y] = positions[node.id] ?? [0, 0];
      const attributes = {
        label: node.name,
        type: "circle",
        kind: node.type,
        size: radiusOf(node.mentions),
        color: lookOf(node.type).color,
      };
      if (this.graph.hasNode(node.id)) {
        this.graph.mergeNodeAttributes(node.id, attributes);
        targets[node.id] = { x, y };
      } else this.graph.addNode(node.id, { ...attributes, x, y });
    }
    for (const link of links) {
      if (!this.graph.hasEdge(link.id)) {
        this.graph.addDirectedEdgeWithKey(link.id, link.source, link.target, {
          size: many ? 0.9 : 1.8,
          relation: link.relation,
        });
      }
    }
    if (!many) this.curveParallels();
    this.sigma.setCustomBBox(boundsOf(Object.values(positions)));
    this.updateBright();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const signature = [...wantedNodes].join("\n");
    const fit = signature !== this.drawn;
    this.drawn = signature;
    if (anyBefore && !calm && !many && Object.keys(targets).length > 0) {
      this.stopAnimation = animateNodes(this.graph, targets, { duration: 350 }, () => fit && this.fit());
    } else {
      for (const [id, at] of Object.entries(targets)) this.graph.mergeNodeAttributes(id, at);
      if (fit) this.fit();
    }
    this.sigma.refresh();
    this.element.dataset.nodes = String(this.graph.order);
    this.element.dataset.links = String(this.graph.size);
  }

  /** Brightens what is chosen and what it touches; dims the rest. */
  choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.updateBright();
    this.sigma.refresh({ skipIndexation: true });
  }

  fit(): void {
    void this.sigma.getCamera().animatedReset({ duration: 200 });
  }

  zoom(direction: "in" | "out"): void {
    const camera = this.sigma.getCamera();
    void (direction === "in"
      ? camera.animatedZoom({ duration: 150 })
      : camera.animatedUnzoom({ duration: 150 }));
  }

  /** Where a node is in the layout's units; undefined for what is not drawn. */
  placeOf(id: string): readonly [number, number] | undefined {
    if (!this.graph.hasNode(id)) return undefined;
    const { x, y } = this.graph.getNodeAttributes(id);
    return [Math.round(x), Math.round(y)];
  }

  /** Where a node is within the element, in pixels. */
  pixelOf(id: string): { x: number; y: number } | undefined {
    const data = this.sigma.getNodeDisplayData(id);
    return data && this.sigma.framedGraphToViewport(data);
  }

  /** The nearest node from the given one into a direction; the first of all where none is given. */
  neighbourOf(id: string | undefined, direction: { x: number; y: number }): string | undefined {
    const start = id ? this.pixelOf(id) : undefined;
    if (!start) return this.graph.nodes()[0];
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const other of this.graph.nodes()) {
      if (other === id) continue;
      const at = this.pixelOf(other)!;
      const [dx, dy] = [at.x - start.x, at.y - start.y];
      const along = dx * direction.x + dy * direction.y;
      const across = Math.abs(dx * direction.y - dy * direction.x);
      if (along <= 0 || across > along * 2) continue;
      const cost = along + 2 * across;
      if (cost < least) [least, best] = [cost, other];
    }
    return best;
  }

  /** What is drawn now, as it is seen, in pixels. */
  picture(): Picture {
    const { width, height } = this.sigma.getDimensions();
    const labels = this.sigma.getNodeDisplayedLabels();
    const nodes = this.graph.nodes().map((id) => {
      const data = this.sigma.getNodeDisplayData(id)!;
      const { icon, ink } = lookOf(this.graph.getNodeAttribute(id, "kind"));
      return {
        at: this.sigma.framedGraphToViewport(data),
        radius: this.sigma.scaleSize(data.size),
        color: data.color,
        icon,
        iconInk: ink,
        label: labels.has(id) && data.label ? data.label : "",
      };
    });
    const links = this.graph.edges().map((id) => {
      const data = this.sigma.getEdgeDisplayData(id)!;
      const [from, to] = this.graph
        .extremities(id)
        .map((end) => this.sigma.framedGraphToViewport(this.sigma.getNodeDisplayData(end)!));
      return { from: from!, to: to!, color: data.color, width: data.size };
    });
    const { background, ink } = this.colors;
    return { width, height, background, ink, font: FONT, links, nodes };
  }

  /** Frees the browser's resources. */
  end(): void {
    this.stopAnimation?.();
    this.sigma.kill();
  }

  private curveParallels(): void {
    indexParallelEdgesIndex(this.graph, {
      edgeIndexAttribute: "turn",
      edgeMinIndexAttribute: "least",
      edgeMaxIndexAttribute: "most",
    });
    this.graph.forEachEdge((id, { turn, most }) => {
      if (typeof turn !== "number" || !most) {
        this.graph.mergeEdgeAttributes(id, { type: "arrow", curvature: 0 });
        return;
      }
      const curvature = (turn / most) * DEFAULT_EDGE_CURVATURE * 2;
      this.graph.mergeEdgeAttributes(
        id,
        curvature === 0 ? { type: "arrow", curvature } : { type: "curved", curvature },
      );
    });
  }

  private updateBright(): void {
    const node = this.hovered ?? this.chosen.node;
    const { link } = this.chosen;
    if (!this.hovered && link && this.graph.hasEdge(link)) {
      this.bright = { nodes: new Set(this.graph.extremities(link)), links: new Set([link]) };
    } else if (node && this.graph.hasNode(node)) {
      this.bright = {
        nodes: new Set([node, ...this.graph.neighbors(node)]),
        links: new Set(this.graph.edges(node)),
      };
    } else this.bright = null;
  }

  private reduceNode(id: string, data: { color: string; label: string; size: number }) {
    const isChosen = id === this.chosen.node || id === this.hovered;
    if (this.bright && !this.bright.nodes.has(id)) {
      return { ...data, color: mix(data.color, this.colors.background, FADE), label: "", zIndex: 0 };
    }
    return {
      ...data,
      zIndex: this.bright ? 2 : 1,
      highlighted: isChosen,
      forceLabel: isChosen || this.expanded.has(id),
    };
  }

  private reduceLink(id: string, data: { size: number }) {
    const { background, link, ink } = this.colors;
    if (id === this.chosen.link) return { ...data, color: ink, size: data.size * 2.5, zIndex: 3 };
    if (this.bright && !this.bright.links.has(id))
      return { ...data, color: mix(link, background, FADE), zIndex: 0 };
    return { ...data, color: this.bright ? mix(link, ink, 0.4) : link, zIndex: 1 };
  }

  private writeLabel(
    context: CanvasRenderingContext2D,
    { label, x, y, size }: { label?: string | null; x: number; y: number; size: number },
    font: string,
  ): void {
    if (!label) return;
    context.font = font;
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = this.colors.background;
    context.fillStyle = this.colors.ink;
    context.strokeText(label, x + size + 3, y + 4.5);
    context.fillText(label, x + size + 3, y + 4.5);
  }

  /** The characters of types within the nodes, rings around pinned ones. */
  private drawIcons(): void {
    const { width, height } = this.sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    const canvas = this.icons.canvas;
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
    }
    this.icons.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.icons.clearRect(0, 0, width, height);
    this.icons.textAlign = "center";
    this.icons.textBaseline = "middle";
    for (const id of this.graph.nodes()) {
      const data = this.sigma.getNodeDisplayData(id);
      if (!data || data.hidden) continue;
      const radius = this.sigma.scaleSize(data.size);
      if (radius < ICON_RADIUS) continue;
      const { x, y } = this.sigma.framedGraphToViewport(data);
      if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
      const faded = this.bright && !this.bright.nodes.has(id);
      if (this.pinned.has(id)) {
        this.icons.beginPath();
        this.icons.arc(x, y, radius + 2, 0, 2 * Math.PI);
        this.icons.setLineDash([3, 2]);
        this.icons.strokeStyle = this.colors.ink;
        this.icons.stroke();
        this.icons.setLineDash([]);
      }
      if (faded) continue;
      const { icon, ink } = lookOf(this.graph.getNodeAttribute(id, "kind"));
      this.icons.font = `${Math.round(radius)}px ${FONT}`;
      this.icons.fillStyle = ink;
      this.icons.fillText(icon, x, y + 0.5);
    }
  }

  private listen(): void {
    const { sigma, graph, events } = this;
    let dragged: string | undefined;
    let moved = false;
    sigma.on("clickNode", ({ node }) => {
      if (!moved) events.chooseNode(node);
    });
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      events.expand(node);
    });
    sigma.on("clickEdge", ({ edge }) => events.chooseLink(edge));
    sigma.on("clickStage", () => events.chooseNothing());
    sigma.on("enterNode", ({ node }) => this.hover(node));
    sigma.on("leaveNode", () => this.hover(undefined));
    sigma.on("enterEdge", () => this.point(true));
    sigma.on("leaveEdge", () => this.point(false));
    sigma.on("downNode", ({ node }) => {
      dragged = node;
      moved = false;
    });
    sigma.on("moveBody", ({ event }) => {
      if (!dragged) return;
      moved = true;
      const { x, y } = sigma.viewportToGraph(event);
      graph.mergeNodeAttributes(dragged, { x, y });
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    const drop = () => {
      if (dragged && moved) events.pin(dragged, this.placeOf(dragged)!);
      dragged = undefined;
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
  }

  private hover(node: string | undefined): void {
    this.hovered = node;
    this.point(node !== undefined);
    this.updateBright();
    this.sigma.refresh({ skipIndexation: true });
  }

  private point(isOver: boolean): void {
    this.element.style.cursor = isOver ? "pointer" : "";
  }
}

/** What is seen at first: all places, but no less than a few nodes' room, so that small graphs are not blown up. */
function boundsOf(places: readonly (readonly [number, number])[]): {
  x: [number, number];
  y: [number, number];
} {
  const extent = (values: readonly number[]): [number, number] => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const missing = Math.max(0, LEAST_EXTENT - (most - least)) / 2;
    return [least - missing, most + missing];
  };
  if (places.length === 0) return { x: [0, LEAST_EXTENT], y: [0, LEAST_EXTENT] };
  return { x: extent(places.map(([x]) => x)), y: extent(places.map(([, y]) => y)) };
}
