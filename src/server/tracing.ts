import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import type { OperationRecord } from "./record.js";

export interface Tracing {
  /** Begins an operation's span, under the caller's where it names one. */
  begin(traceparent: string | undefined): Trace;
  /** Sends what is still to be sent. */
  stop(): Promise<void>;
}

export interface Trace {
  /** A stay in the database, in milliseconds since 1970. */
  read(begin: number, end: number): void;
  end(record: OperationRecord): void;
}

/**
 * Spans of operations and of what they read. They go where OTEL_EXPORTER_OTLP_ENDPOINT (or …_TRACES_ENDPOINT) says, with
 * OpenTelemetry's other variables; without one, to the provider that somebody registered, if any.
 */
export async function startTracing(env: NodeJS.ProcessEnv = process.env): Promise<Tracing> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) {
    return tracingBy(trace.getTracer("zhitu"), async () => {});
  }
  const [{ BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/sdk-trace-base"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": env.OTEL_SERVICE_NAME || "zhitu" }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  return tracingBy(provider.getTracer("zhitu"), () => provider.shutdown());
}

function tracingBy(tracer: Tracer, stop: () => Promise<void>): Tracing {
  return {
    begin(traceparent) {
      const span = tracer.startSpan(
        "graphql",
        { kind: SpanKind.SERVER, startTime: now() },
        parentOf(traceparent),
      );
      return traceOf(tracer, span);
    },
    // A collector that is away must not keep the server from stopping.
    stop: () => stop().catch(() => {}),
  };
}

function traceOf(tracer: Tracer, span: Span): Trace {
  const within = trace.setSpan(ROOT_CONTEXT, span);
  return {
    read(begin, end) {
      const attributes = { "db.system.name": "neo4j" };
      tracer.startSpan("neo4j", { kind: SpanKind.CLIENT, startTime: begin, attributes }, within).end(end);
    },
    end({ type, name, codes, use }) {
      span.updateName(name ? `${type} ${name}` : type);
      span.setAttributes({
        "graphql.operation.type": type,
        ...(name ? { "graphql.operation.name": name } : {}),
        "zhitu.statements": use.statements,
      });
      const [code] = codes;
      if (code) span.setStatus({ code: SpanStatusCode.ERROR, message: code });
      span.end(now());
    },
  };
}

/** Milliseconds of Unix time by the clock that reads are measured with: the system's own may differ, and a read would seem to outlast its operation. */
const now = (): number => performance.timeOrigin + performance.now();

/** W3C Trace Context: version, trace, span, flags. */
function parentOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] =
    /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/.exec(traceparent ?? "") ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return trace.setSpanContext(ROOT_CONTEXT, context);
}
