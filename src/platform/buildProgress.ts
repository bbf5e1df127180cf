/** Hears how far a build is: how many models it has read, then how many it has written. */
export type BuildProgress = (stage: 'read' | 'write', done: number) => void;
