/** Members of a log line that have their own place or interest nobody on a terminal. */
const PLACED = new Set(['level', 'time', 'service', 'context', 'msg', 'err', 'pid', 'hostname']);

/** One JSON log line as a person at the terminal likes it: Beijing time, level, context, message, the rest. */
export function shortLine(json: string): string {
  const line = JSON.parse(json) as Record<string, unknown>;
  const rest = Object.entries(line)
    .filter(([name]) => !PLACED.has(name))
    .map(([name, value]) => `${name}=${textOf(value)}`);
  const words = [
    clockTime(line['time']),
    textOf(line['level']).toUpperCase().padEnd(5),
    ...contextOf(line['context']),
  ];
  return `${[...words, textOf(line['msg'] ?? ''), ...rest].join(' ')}${stackOf(line['err'])}\n`;
}

const contextOf = (context: unknown): string[] => (context === undefined ? [] : [`[${textOf(context)}]`]);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function clockTime(time: unknown): string {
  return new Date(textOf(time)).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}

function stackOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { stack, message } = error as { stack?: string; message?: string };
  return `\n${stack ?? message ?? ''}`;
}
