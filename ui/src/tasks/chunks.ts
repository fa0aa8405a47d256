/** Tasks that one call may name; the host takes no more, so that it never holds the database for long. */
export const BULK_LIMIT = 1000;

/** Ids in pieces that one call takes. */
export function chunksOf(ids: readonly string[], size = BULK_LIMIT): string[][] {
  const chunks: string[][] = [];
  for (let from = 0; from < ids.length; from += size) chunks.push(ids.slice(from, from + size));
  return chunks;
}
