/** A document that a client hands in. */
export interface DocumentToLoad {
  id: string;
  text: string;
  format: "text" | "markdown" | "html";
  title?: string | null;
  url?: string | null;
  date?: string | null;
  publisher?: string | null;
  place?: string | null;
  licence?: string | null;
}

/** What became of a document. */
export interface LoadOutcome {
  change: "ADDED" | "REPLACED" | "UNCHANGED";
  claims: number;
  warnings: string[];
}

/** Changes the graph; handed in by whoever starts the server, since the API itself only reads. Errors are ZhituErrors. */
export interface GraphWriter {
  load(document: DocumentToLoad, onClaims: (claims: number) => void): Promise<LoadOutcome>;
  /** False where no such document is loaded. */
  unload(id: string): Promise<boolean>;
  judge(verdict: "same" | "different", a: string, b: string): Promise<void>;
}
