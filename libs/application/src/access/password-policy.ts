import { accepted, type Decision, refused } from '@zhuqi/domain';

const SHORTEST = 12;
const LONGEST = 200;
const FEWEST_DIFFERENT = 5;

/** A password a person chose: long, not a repeated pattern, not the user name. */
export function acceptablePassword(password: string, username: string): Decision<string> {
  const characters = [...password];
  const weak = (detail: string) => refused('password.weak', detail, '/newPassword');
  if (characters.length < SHORTEST) return weak(`新密码至少 ${SHORTEST} 个字符`);
  if (characters.length > LONGEST) return weak(`新密码至多 ${LONGEST} 个字符`);
  if (new Set(characters).size < FEWEST_DIFFERENT)
    return weak(`新密码至少含 ${FEWEST_DIFFERENT} 个不同的字符`);
  if (password.toLowerCase().includes(username.toLowerCase())) return weak('新密码不能包含用户名');
  return accepted(password);
}
