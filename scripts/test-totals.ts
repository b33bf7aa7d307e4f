interface Assertion {
  readonly fullName: string;
  readonly status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled';
}

interface Suite {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'focused' | 'pending';
  readonly assertionResults: readonly Assertion[];
}

export interface Report {
  readonly testResults: readonly Suite[];
}

/** A suite that broke before its first test has no assertion to count: the suite itself is the failure. */
const broken = (suite: Suite): boolean =>
  suite.status === 'failed' && !suite.assertionResults.some((each) => each.status === 'failed');

/**
 * Adds a jest report (`--json --outputFile`) up to one closing line, `N passed, N failed[, N skipped]`.
 * In CI a skipped test is a claim nobody checked, so it is named and fails the run.
 */
export function summarise(report: Report, strict: boolean): { lines: string[]; ok: boolean } {
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const passed = tests.filter((each) => each.status === 'passed').length;
  const failedTests = tests.filter((each) => each.status === 'failed');
  const brokenSuites = report.testResults.filter(broken);
  const skipped = tests.filter((each) => each.status !== 'passed' && each.status !== 'failed');
  const failed = failedTests.length + brokenSuites.length;
  const closing = `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
  return {
    lines: [
      ...failedTests.map((each) => `FAILED   ${each.fullName}`),
      ...brokenSuites.map((suite) => `FAILED   ${suite.name} did not run`),
      ...skipped.map((each) => `SKIPPED  ${each.fullName}`),
      ...(strict && skipped.length > 0 ? ['In CI nothing may be skipped.'] : []),
      closing,
    ],
    ok: failed === 0 && passed > 0 && !(strict && skipped.length > 0),
  };
}
