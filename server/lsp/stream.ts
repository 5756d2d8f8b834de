import { Writable } from 'node:stream';

/** Writes the header of a message together with its body: whoever is woken by the header has to wait for the body. */
export function wholeMessages(out: NodeJS.WritableStream): Writable {
  let header: Buffer | undefined;
  const whole = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (header === undefined && isHeader(chunk)) {
        header = chunk;
        done();
        return;
      }
      const message = header === undefined ? chunk : Buffer.concat([header, chunk]);
      header = undefined;
      out.write(message, done);
    },
  });
  out.on('error', (error) => whole.destroy(error));
  return whole;
}

function isHeader(chunk: Buffer): boolean {
  return chunk.length < 200 && chunk.toString('latin1').startsWith('Content-Length: ') && chunk.toString('latin1').endsWith('\r\n\r\n');
}
