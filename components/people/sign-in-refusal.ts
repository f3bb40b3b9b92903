/** What next-auth answers when it cannot say more; everything else of ours is a refusal code. */
export function signInRefusal(error: string | null | undefined): string {
  if (error === "CredentialsSignin") return "auth.wrong_credentials";
  return error && /^(auth|people)\.[a-z_]+$/.test(error) ? error : "auth.unexpected";
}
