#!/usr/bin/env node
import { runCommandLine } from './run-command-line';

/** `zhuqi …`: what an operator does beside the running programs. */
void runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
