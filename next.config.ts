import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// Content-Security-Policy needs a nonce per request and is set in proxy.ts.
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), geolocation=(), microphone=(), payment=()" },
];

const config: NextConfig = {
  // The tests build beside a running application, never over it.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Types are checked once, by `npm run types`: nobody who only wants to start the application waits for it.
  typescript: { tsconfigPath: "tsconfig.build.json", ignoreBuildErrors: true },
  typedRoutes: true,
  reactCompiler: false,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  images: { unoptimized: true },
  experimental: {
    optimizePackageImports: [
      "@mantine/core",
      "@mantine/dates",
      "@mantine/hooks",
      "@tabler/icons-react",
    ],
    serverActions: { bodySizeLimit: "2mb" }, // 300 order lines; files have a route of their own
    proxyClientMaxBodySize: "21mb", // beyond it Next would cut an upload off in the middle
  },
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
};

const withSentences = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    // Sentences are parsed while building: no page carries the parser of their syntax.
    messages: { path: "./lib/i18n/messages", locales: "infer", format: "json", precompile: true },
  },
});

export default withSentences(config);
