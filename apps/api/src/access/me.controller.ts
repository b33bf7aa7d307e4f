import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ChangePassword, type ResolvedSession } from '@zhuqi/application';
import { SignedIn } from '../edge/route-access';
import { CurrentSession } from '../edge/signed-in';
import { ChangePasswordDto } from './session.dto';
import { MeView, meView } from './session.view';

/** The signed-in person about itself. */
@Controller('me')
export class MeController {
  constructor(private readonly changePassword: ChangePassword) {}

  @Get()
  @SignedIn()
  show(@CurrentSession() session: ResolvedSession): MeView {
    return meView(session.person);
  }

  @Put('password')
  @HttpCode(204)
  @SignedIn()
  async replacePassword(
    @CurrentSession() session: ResolvedSession,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    await this.changePassword.execute({
      personId: session.person.actor.id,
      family: session.family,
      currentPassword: body.currentPassword,
      newPassword: body.newPassword,
    });
  }
}
