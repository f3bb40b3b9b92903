/** How the log names what nobody did by hand; screens show it in the reader's language. */
export const SYSTEM_NAME = "系统";
