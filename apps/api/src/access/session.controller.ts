import { Body, Controller, Delete, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RefreshSession, type ResolvedSession, SignIn, SignOut } from '@zhuqi/application';
import { Public, SignedIn } from '../edge/route-access';
import { CurrentSession } from '../edge/signed-in';
import { RefreshSessionDto, SignInDto } from './session.dto';
import { SessionView, sessionView } from './session.view';

/** Signing in, staying signed in, signing out. */
@ApiTags('登录')
@Controller('sessions')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly signOut: SignOut,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: '登录', description: '只计失败次数：连续失败 10 次，停 5 分钟。' })
  async create(@Body() body: SignInDto, @Ip() address: string): Promise<SessionView> {
    return sessionView(await this.signIn.execute({ ...body, address }));
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: '续期', description: '每个 refreshToken 只能用一次；再次使用会结束整次登录。' })
  async refresh(@Body() body: RefreshSessionDto): Promise<SessionView> {
    return sessionView(await this.refreshSession.execute(body.refreshToken));
  }

  @Delete('current')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: '退出登录' })
  async end(@CurrentSession() session: ResolvedSession): Promise<void> {
    await this.signOut.execute(session.person.actor.id, session.family);
  }
}
