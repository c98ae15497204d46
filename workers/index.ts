export default { fetch: () => new Response("candor") } satisfies ExportedHandler;
