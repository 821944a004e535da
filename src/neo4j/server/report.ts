/** Told, in one line for people, what takes time or has been repaired. */
export type Report = (message: string) => void;

/** What a start of the server is given along. */
export interface BootOptions {
  report: Report;
  /** Breaks the start off: what runs is stopped, and the signal's reason is raised. */
  signal: AbortSignal;
}
