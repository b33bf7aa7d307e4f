import { IsString, Length } from 'class-validator';

/** 登录 */
export class SignInDto {
  /** 用户名 */
  @IsString()
  @Length(1, 64)
  username: string;

  /** 密码 */
  @IsString()
  @Length(1, 200)
  password: string;
}

/** 续期 */
export class RefreshSessionDto {
  /** 上次答复中的 refreshToken；每个只能用一次 */
  @IsString()
  @Length(1, 4_000)
  refreshToken: string;
}

/** 修改密码 */
export class ChangePasswordDto {
  /** 原密码 */
  @IsString()
  @Length(1, 200)
  currentPassword: string;

  /** 新密码，至少 12 个字符 */
  @IsString()
  @Length(1, 200)
  newPassword: string;
}
