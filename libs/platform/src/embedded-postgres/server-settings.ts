/** Durable by default; tests turn that off through `settings`. */
const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  // Only loopback TCP with a password: a socket's path may be too long for a deep data folder.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  // Statements carry what people wrote; the log must not.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  jit: 'off',
} as const satisfies Record<string, string>;

/** The server's command line for one port. */
export function serverArguments(
  clusterDir: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): string[] {
  const all = { ...DEFAULTS, ...settings, port: String(port) };
  return ['-D', clusterDir, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Whether a committed change outlives a power failure with these settings. */
export const isDurable = (settings: Readonly<Record<string, string>>): boolean => settings['fsync'] !== 'off';
