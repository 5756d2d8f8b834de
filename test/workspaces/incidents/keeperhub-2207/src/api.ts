/** Asks the API of the service. With a key, it answers a repeated request with what came of the first one. */
export async function callApi(path: string, body: unknown, idempotencyKey?: string): Promise<unknown> {
  const response = await fetch(`${process.env.API_URL}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.API_TOKEN}`,
      'content-type': 'application/json',
      ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response.json();
}
