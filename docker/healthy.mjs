// Exits 0 when the program in this container is ready to take work, 1 when it is not or does not answer.
const { PORT = '3000' } = process.env;

try {
  const answer = await fetch(`http://127.0.0.1:${PORT}/health/ready`, { signal: AbortSignal.timeout(4_000) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
