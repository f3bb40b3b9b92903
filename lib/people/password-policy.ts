/** What a password must be: twelve characters at least, not one of the common ones, not one's own name. */

const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 200;

/** Long enough, and still the first that anybody tries. Compared in lower case without blanks. */
const COMMON = new Set([
  "123456789012",
  "1234567890123",
  "12345678901234",
  "123456789123",
  "123456123456",
  "123123123123",
  "111222333444",
  "112233445566",
  "987654321098",
  "098765432109",
  "qwertyuiop12",
  "qwertyuiop123",
  "qwerty123456",
  "qwertyuiopas",
  "1qaz2wsx3edc",
  "1qaz2wsx3edc4rfv",
  "qazwsxedcrfv",
  "1q2w3e4r5t6y",
  "1q2w3e4r5t6y7u8i",
  "asdfghjkl123",
  "zxcvbnm12345",
  "abcdefghijkl",
  "abcd12345678",
  "abc123abc123",
  "a1b2c3d4e5f6",
  "password1234",
  "password12345",
  "passw0rd1234",
  "p@ssw0rd1234",
  "password123456",
  "passwordpassword",
  "admin1234567",
  "admin12345678",
  "admin123456789",
  "administrator",
  "administrator1",
  "adminadminadmin",
  "iloveyou1234",
  "iloveyou123456",
  "welcome12345",
  "woaini123456",
  "woaini1314520",
  "woaini520131",
  "5201314520131",
  "520131452013",
  "131452013145",
  "letmein12345",
  "changeme1234",
  "monkey123456",
  "dragon123456",
]);

export type PasswordRefusal = "people.password_too_short" | "people.password_too_common";

/** Why a password is refused, or null. `username` may be empty when it is not known. */
export function passwordRefusal(password: string, username: string): PasswordRefusal | null {
  if ([...password].length < MIN_PASSWORD_LENGTH) return "people.password_too_short";
  const plain = password.toLowerCase().replace(/\s/g, "");
  if (COMMON.has(plain) || new Set(plain).size < 4) return "people.password_too_common";
  const name = username.toLowerCase();
  if (name.length >= 3 && plain.replaceAll(name, "").length < MIN_PASSWORD_LENGTH / 2) {
    return "people.password_too_common";
  }
  return null;
}
