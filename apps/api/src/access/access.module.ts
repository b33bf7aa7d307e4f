import { Module } from '@nestjs/common';
import {
  ChangePassword,
  CreateAccount,
  FailedAttempts,
  RefreshSession,
  ResolveActor,
  SessionGrant,
  SessionTokens,
  SignIn,
  SignOut,
} from '@zhuqi/application';
import { JoseSessionTokens } from './jose-session-tokens';
import { MeController } from './me.controller';
import { SessionController } from './session.controller';

/** Who asks: sessions, passwords and the person behind a token. */
@Module({
  controllers: [SessionController, MeController],
  providers: [
    { provide: SessionTokens, useClass: JoseSessionTokens },
    FailedAttempts,
    SessionGrant,
    SignIn,
    RefreshSession,
    SignOut,
    ChangePassword,
    ResolveActor,
    CreateAccount,
  ],
  exports: [ResolveActor, CreateAccount],
})
export class AccessModule {}
