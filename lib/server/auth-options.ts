import "server-only";
import type { NextAuthOptions } from "next-auth";
import { clock } from "@/lib/server/clock";
import { env } from "@/lib/server/env";
import { IDLE_SESSION_SECONDS, isSessionOver } from "@/lib/server/session-limits";

declare module "next-auth" {
  interface Session {
    personId?: string;
    sessionVersion?: number;
    /** Past the absolute limit. */
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

/**
 * How a session is kept: a token in a cookie, `__Host-` on https, plain on loopback http. Who the person is now, and
 * whether this session still counts, is read from the database on each request. The ways to sign in are added where
 * the route is (lib/people/sign-in).
 */
export const authOptions: NextAuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: IDLE_SESSION_SECONDS, updateAge: 0 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  cookies: {
    sessionToken: {
      name: isHttps ? "__Host-session" : "session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps },
    },
  },
  providers: [],
  callbacks: {
    // The trigger "update" is ignored: nothing that the browser sends changes a token.
    jwt({ token, user }) {
      if (!user) return token;
      return { sub: user.id, sessionVersion: user.sessionVersion, signedInAt: nowSeconds() };
    },
    session({ session, token }) {
      return {
        expires: session.expires,
        ...(token.sub !== undefined && { personId: token.sub }),
        ...(token.sessionVersion !== undefined && { sessionVersion: token.sessionVersion }),
        expired: isSessionOver(token.signedInAt, nowSeconds()),
      };
    },
  },
};

function nowSeconds(): number {
  return Math.floor(clock.now().getTime() / 1000);
}
