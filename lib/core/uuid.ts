const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether text from an address can be an id at all: the database throws on anything else. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
