// Keeps an eye on what pages do beside showing things.

export function watch(complaints) {
  const seen = [];
  const origins = new Set();
  // Only what tests of pages without a network want is let in; the browser says so each time.
  const blocked = /Service Worker registration blocked/;
  const note = (what, text) => {
    if (!complaints.test(text) && !blocked.test(text)) seen.push(`${what}: ${text}`);
  };

  return {
    // What was seen and should not have been.
    seen,

    // A server that pages may talk to.
    allow: (url) => origins.add(new URL(url).origin),

    // The workers of pages are heard and seen with them.
    follow(context) {
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type()))
          note("console", `${message.text()} ${message.location().url}`);
      });
      context.on("weberror", (error) => note("error", String(error.error())));
      context.on("dialog", (dialog) => {
        note("dialog", dialog.message());
        dialog.dismiss();
      });
      context.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== "data:" && !origins.has(origin)) note("request", request.url());
      });
    },
  };
}
