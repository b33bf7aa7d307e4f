import { Body, Controller, Delete, HttpCode, Ip, Post } from '@nestjs/common';
import { RefreshSession, type ResolvedSession, SignIn, SignOut } from '@zhuqi/application';
import { Public, SignedIn } from '../edge/route-access';
import { CurrentSession } from '../edge/signed-in';
import { RefreshSessionDto, SignInDto } from './session.dto';
import { SessionView, sessionView } from './session.view';

/** Signing in, staying signed in, signing out. */
@Controller('sessions')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly signOut: SignOut,
  ) {}

  @Post()
  @Public()
  async create(@Body() body: SignInDto, @Ip() address: string): Promise<SessionView> {
    return sessionView(await this.signIn.execute({ ...body, address }));
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  async refresh(@Body() body: RefreshSessionDto): Promise<SessionView> {
    return sessionView(await this.refreshSession.execute(body.refreshToken));
  }

  @Delete('current')
  @HttpCode(204)
  @SignedIn()
  async end(@CurrentSession() session: ResolvedSession): Promise<void> {
    await this.signOut.execute(session.person.actor.id, session.family);
  }
}
