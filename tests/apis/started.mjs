// Starts a server for a test, and ends it with it.
export const started = async ({ watched }, use) => {
  const all = [];
  await use(async (serveIt) => {
    const server = await serveIt();
    all.push(server);
    watched.allow(server.url);
    return server;
  });
  await Promise.all(all.map((server) => server.close()));
};
