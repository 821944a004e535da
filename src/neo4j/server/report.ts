/** Told, in one line for people, what takes time or has been repaired. */
export type Report = (message: string) => void;
