import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { env } from "@/lib/server/env";
import { authenticate } from "@/lib/server/authenticate";
import { ABSOLUTE_SESSION_SECONDS, IDLE_SESSION_SECONDS } from "@/lib/server/session-limits";

declare module "next-auth" {
  interface Session {
    personId?: string;
    sessionVersion?: number;
    /** Past the absolute or the idle limit. */
    expired?: boolean;
  }
  interface User {
    sessionVersion: number;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionVersion?: number;
    signedInAt?: number;
  }
}

const isHttps = env.APP_ORIGIN.every((origin) => origin.startsWith("https://"));

/** Credentials against the database, JWT in a cookie: `__Host-` on https, plain on loopback http. */
export const authOptions: NextAuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: IDLE_SESSION_SECONDS, updateAge: 60 },
  pages: { signIn: "/sign-in" },
  cookies: {
    sessionToken: {
      name: isHttps ? "__Host-session" : "session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps },
    },
  },
  providers: [
    credentials({
      credentials: { username: {}, password: {} },
      authorize: (given, request) =>
        authenticate(given?.username ?? "", given?.password ?? "", addressOf(request.headers)),
    }),
  ],
  callbacks: {
    // The trigger "update" is ignored: nothing that the browser sends changes a token.
    jwt({ token, user }) {
      if (user) return { ...token, sub: user.id, sessionVersion: user.sessionVersion, signedInAt: nowSeconds() };
      return token;
    },
    session({ session, token }) {
      const age = nowSeconds() - (token.signedInAt ?? 0);
      return {
        ...session,
        ...(token.sub !== undefined && { personId: token.sub }),
        ...(token.sessionVersion !== undefined && { sessionVersion: token.sessionVersion }),
        expired: age > ABSOLUTE_SESSION_SECONDS,
      };
    },
  },
};

const nowSeconds = () => Math.floor(Date.now() / 1000);

function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.["x-forwarded-for"];
  return typeof forwarded === "string" ? (forwarded.split(",").at(-1)?.trim() ?? "local") : "local";
}
