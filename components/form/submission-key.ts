/**
 * A fresh idempotency key (UUID v4). Not `crypto.randomUUID`, which exists in secure contexts only: the factory's
 * computers may reach the server by a plain LAN address.
 */
export function newSubmissionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16);
    if (index === 8) return ((byte & 0x3f) | 0x80).toString(16);
    return byte.toString(16).padStart(2, "0");
  }).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/**
 * Keeps one key as long as the same content is sent again (a second press, a retry after a lost answer) and draws a
 * new one when the content has changed or the last one was accepted.
 */
export function submissionKeys() {
  let current: { content: string; key: string } | null = null;
  return {
    keyFor(input: unknown): string {
      const content = JSON.stringify(input) ?? "";
      if (current?.content !== content) current = { content, key: newSubmissionKey() };
      return current.key;
    },
    accepted(): void {
      current = null;
    },
  };
}
