/**
 * The least that a worker can do with an upload: the yardstick for what Candor's accepting costs. It takes the same
 * request, keeps the file, writes one row and sends one message; its consumer does nothing.
 */
interface Bindings {
  DB: D1Database;
  FILES: R2Bucket;
  PIPELINE: Queue;
}

export default {
  async fetch(request, env) {
    const form = await request.formData();
    const file = form.get("resume");
    if (!(file instanceof File)) return new Response("no file", { status: 422 });
    const id = crypto.randomUUID();
    await env.FILES.put(`original/${id}`, await file.arrayBuffer());
    await env.DB.prepare("INSERT INTO upload (id, name, email, bytes, created_at) VALUES (?, ?, ?, ?, ?)")
      .bind(id, String(form.get("name")), String(form.get("email")), file.size, Date.now())
      .run();
    await env.PIPELINE.send({ id });
    return Response.json({ id }, { status: 201 });
  },

  async queue(batch) {
    batch.ackAll();
  },
} satisfies ExportedHandler<Bindings>;
