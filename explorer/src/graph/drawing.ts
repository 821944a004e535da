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

const LABEL_SIZE = 13;
/** Weight of what is chosen among those that want their name written. */
const CHOSEN = 1e6;
/** Nodes that are tried for a name, at each frame. */
const MOST_LABELS = 200;

interface Seen {
  id: string;
  x: number;
  y: number;
  radius: number;
  weight: number;
}

/** In pixels of the element. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const boxOf = ({ x, y, radius }: Seen): Box => {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
};

/** Where a name of this width may go: right, left, below or above its node. */
function placesFor({ x, y, radius }: Seen, width: number): [Box, ...Box[]] {
  const half = LABEL_SIZE * 0.62;
  const at = (left: number, middle: number): Box => {
    return { left, right: left + width, top: middle - half, bottom: middle + half };
  };
  const gap = radius + 3;
  return [
    at(x + gap, y),
    at(x - gap - width, y),
    at(x - width / 2, y + gap + half),
    at(x - width / 2, y - gap - half),
  ];
}

/** Whether the reader wants nothing to move. */
const isCalm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The drawing in its element: sigma over a graph that follows what it is told to show. */
export class Drawing {
  private readonly graph = new MultiDirectedGraph();
  private readonly sigma: Sigma;
  private readonly writing: CanvasRenderingContext2D;
  private chosen: Chosen = {};
  /** What stays bright while something is chosen or pointed at. */
  private bright: { nodes: Set<string>; links: Set<string> } | null = null;
  private hovered: string | undefined;
  private pinned: ReadonlySet<string> = new Set();
  private expanded: ReadonlySet<string> = new Set();
  private colors = { background: "#ffffff", ink: "#101418", link: "#9aa5b1" };
  private stopAnimation: (() => void) | undefined;
  /** Nodes whose names are written, and where the names begin. */
  private labels = new Map<string, { x: number; y: number }>();
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
      renderLabels: false,
      zIndex: true,
      // Sizes are in the layout's units, so that what the layout keeps apart never overlaps.
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio,
      minCameraRatio: 0.02,
      maxCameraRatio: 8,
      stagePadding: 30,
      nodeReducer: (id, data) => this.reduceNode(id, data as never) as never,
      edgeReducer: (id, data) => this.reduceLink(id, data as never) as never,
      defaultDrawNodeHover: (context, { x, y, size }) => {
        context.beginPath();
        context.arc(x, y, size + 3, 0, 2 * Math.PI);
        context.strokeStyle = this.colors.ink;
        context.lineWidth = 2;
        context.stroke();
      },
    });
    this.sigma.createCanvas("writing", { beforeLayer: "mouse", style: { pointerEvents: "none" } });
    this.writing = this.sigma.getCanvases().writing!.getContext("2d")!;
    this.sigma.on("afterRender", () => this.write());
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
    this.sigma.setSettings({ hideEdgesOnMove: many, enableEdgeEvents: !many });
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
    const signature = [...wantedNodes].join("\n");
    const fit = signature !== this.drawn;
    this.drawn = signature;
    if (anyBefore && !isCalm() && !many && Object.keys(targets).length > 0) {
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
    void this.sigma.getCamera().animatedReset({ duration: isCalm() ? 1 : 200 });
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
    const nodes = this.graph
      .nodes()
      .sort()
      .map((id) => {
        const data = this.sigma.getNodeDisplayData(id)!;
        const { icon, ink } = lookOf(this.graph.getNodeAttribute(id, "kind"));
        return {
          at: this.sigma.framedGraphToViewport(data),
          radius: this.sigma.scaleSize(data.size),
          color: data.color,
          icon,
          iconInk: ink,
          label: this.graph.getNodeAttribute(id, "label") as string,
          labelAt: this.labels.get(id),
        };
      });
    const links = this.graph
      .edges()
      .sort()
      .map((id) => {
        const data = this.sigma.getEdgeDisplayData(id)!;
        const [from, to] = this.graph
          .extremities(id)
          .map((end) => this.sigma.framedGraphToViewport(this.sigma.getNodeDisplayData(end)!));
        const curvature: number = this.graph.getEdgeAttribute(id, "curvature") ?? 0;
        return { from: from!, to: to!, curvature, color: data.color, width: this.sigma.scaleSize(data.size) };
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
      return { ...data, color: mix(data.color, this.colors.background, FADE), zIndex: 0 };
    }
    return {
      ...data,
      zIndex: this.bright ? 2 : 1,
      highlighted: isChosen,
    };
  }

  private reduceLink(id: string, data: { size: number }) {
    const { background, link, ink } = this.colors;
    if (id === this.chosen.link) return { ...data, color: ink, size: data.size * 2.5, zIndex: 3 };
    if (this.bright && !this.bright.links.has(id))
      return { ...data, color: mix(link, background, FADE), zIndex: 0 };
    return { ...data, color: this.bright ? mix(link, ink, 0.4) : link, zIndex: 1 };
  }

  /** The characters of types within the nodes, rings around pinned ones, and as many names as have room. */
  private write(): void {
    const { width, height } = this.sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    const context = this.writing;
    if (context.canvas.width !== width * ratio || context.canvas.height !== height * ratio) {
      context.canvas.width = width * ratio;
      context.canvas.height = height * ratio;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    this.labels.clear();
    const many = this.graph.order > MANY;
    if (many && this.isMoving()) return;
    const seen = this.inView(width, height);
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const { id, x, y, radius } of seen) {
      if (this.pinned.has(id)) this.drawRing(x, y, radius + 2);
      if (radius < ICON_RADIUS || (this.bright && !this.bright.nodes.has(id))) continue;
      const { icon, ink } = lookOf(this.graph.getNodeAttribute(id, "kind"));
      context.font = `${Math.round(radius)}px ${FONT}`;
      context.fillStyle = ink;
      context.fillText(icon, x, y + 0.5);
    }
    this.writeLabels(seen);
  }

  private isMoving(): boolean {
    const mouse = this.sigma.getMouseCaptor();
    return this.sigma.getCamera().isAnimated() || mouse.isMoving || mouse.draggedEvents > 0;
  }

  private drawRing(x: number, y: number, radius: number): void {
    this.writing.beginPath();
    this.writing.arc(x, y, radius, 0, 2 * Math.PI);
    this.writing.setLineDash([3, 2]);
    this.writing.strokeStyle = this.colors.ink;
    this.writing.stroke();
    this.writing.setLineDash([]);
  }

  /** The nodes within the picture, in pixels; those whose names matter most first. */
  private inView(width: number, height: number): Seen[] {
    const seen: Seen[] = [];
    const { node } = this.chosen;
    for (const id of this.graph.nodes()) {
      const data = this.sigma.getNodeDisplayData(id);
      if (!data) continue;
      const radius = this.sigma.scaleSize(data.size);
      const { x, y } = this.sigma.framedGraphToViewport(data);
      if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
      const isChosen = id === this.hovered || id === node;
      const weight =
        (isChosen ? CHOSEN : 0) + (this.bright?.nodes.has(id) ? 1e4 : 0) + (this.expanded.has(id) ? 1e3 : 0);
      seen.push({ id, x, y, radius, weight: weight + data.size });
    }
    return seen.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  }

  /** Writes names in turn, each beside its node where it covers neither another name nor another node. */
  private writeLabels(seen: readonly Seen[]): void {
    const context = this.writing;
    context.font = `${LABEL_SIZE}px ${FONT}`;
    context.textAlign = "left";
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = this.colors.background;
    context.fillStyle = this.colors.ink;
    const bright = this.bright ? seen.filter(({ id }) => this.bright!.nodes.has(id)) : seen;
    const nodes = bright.map(boxOf);
    const names: Box[] = [];
    for (const [index, node] of bright.slice(0, MOST_LABELS).entries()) {
      const label: string = this.graph.getNodeAttribute(node.id, "label");
      const width = context.measureText(label).width;
      const free = (box: Box) =>
        box.left >= 0 &&
        box.right <= this.sigma.getDimensions().width &&
        !names.some((other) => overlap(other, box)) &&
        !nodes.some((other, at) => at !== index && overlap(other, box));
      const places = placesFor(node, width);
      // What is chosen has its name in any case.
      const place = places.find(free) ?? (node.weight >= CHOSEN ? places[0] : undefined);
      if (!place) continue;
      const middle = (place.top + place.bottom) / 2 + 0.5;
      context.strokeText(label, place.left, middle);
      context.fillText(label, place.left, middle);
      names.push(place);
      this.labels.set(node.id, { x: place.left, y: middle });
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
