import { type Report, summarise } from '../../scripts/test-totals';

type Status = 'passed' | 'failed' | 'pending';

const reportOf = (
  ...suites: readonly (readonly [status: 'passed' | 'failed', ...tests: Status[]])[]
): Report => ({
  testResults: suites.map(([status, ...tests], suite) => ({
    name: `suite ${String(suite)}`,
    status,
    assertionResults: tests.map((each, index) => ({ fullName: `test ${String(index)}`, status: each })),
  })),
});

describe('the closing line of a run', () => {
  test('adds all suites up', () => {
    const { lines, ok } = summarise(reportOf(['passed', 'passed', 'passed'], ['passed', 'passed']), true);
    expect(lines.at(-1)).toBe('3 passed, 0 failed');
    expect(ok).toBe(true);
  });

  test('counts a failed test once', () => {
    const { lines, ok } = summarise(reportOf(['failed', 'passed', 'failed']), false);
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(ok).toBe(false);
  });

  test('counts a suite that broke before its first test as a failure', () => {
    const { lines, ok } = summarise(reportOf(['passed', 'passed'], ['failed']), false);
    expect(lines).toEqual(['FAILED   suite 1 did not run', '1 passed, 1 failed']);
    expect(ok).toBe(false);
  });

  test('names what was skipped: allowed at home, refused in CI', () => {
    const report = reportOf(['passed', 'passed', 'pending']);
    expect(summarise(report, false)).toEqual({
      lines: ['SKIPPED  test 1', '1 passed, 0 failed, 1 skipped'],
      ok: true,
    });
    expect(summarise(report, true)).toMatchObject({ ok: false });
  });

  test('does not call a run without tests a success', () => {
    expect(summarise(reportOf(), false)).toEqual({ lines: ['0 passed, 0 failed'], ok: false });
  });
});
