"use client";

type Props = { error: Error & { digest?: string } };

/** The last resort, when not even the frame could be drawn: no catalogue is at hand, so both languages stand here. */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="zh-CN">
      <body>
        <title>页面没有打开 / The page did not open</title>
        <main style={{ maxWidth: 560, margin: "10vh auto", padding: 16, fontFamily: "system-ui" }}>
          <h1 style={{ fontSize: 20 }}>页面没有打开</h1>
          <p>系统出了意外，没有改动任何内容。请刷新重试；还不行，把编号告诉系统管理员。</p>
          <p lang="en">
            Something went wrong and nothing was changed. Reload the page; if it persists, tell the
            administrator the number.
          </p>
          {error.digest ? <code>{error.digest}</code> : null}
        </main>
      </body>
    </html>
  );
}
