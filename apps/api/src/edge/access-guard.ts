import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refused, ResolveActor, type ResolvedSession, sessionExpired } from '@zhuqi/application';
import { can } from '@zhuqi/domain';
import type { FastifyRequest } from 'fastify';
import { RequestAllowance } from './request-allowance';
import { ROUTE_ACCESS, type RouteAccess } from './route-access';
import { sessionRequired } from './signed-in';

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]{1,4096})$/i;

/** Deny by default: a route says whom it lets in, or it lets in nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly resolve: ResolveActor,
    private readonly allowance: RequestAllowance,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const session = await this.sessionOf(request);
    request.signedIn = session;
    this.allowance.take(session.person.actor.id);
    if (!admits(access, session)) {
      throw new Refused({ code: 'permission.denied', detail: '您的角色不能进行此操作' });
    }
    return true;
  }

  private async sessionOf(request: FastifyRequest): Promise<ResolvedSession> {
    const header = request.headers.authorization;
    if (header === undefined) throw sessionRequired();
    const token = BEARER.exec(header)?.[1];
    const session = token === undefined ? null : await this.resolve.execute(token);
    if (session === null) throw sessionExpired();
    return session;
  }
}

function admits(access: RouteAccess | undefined, session: ResolvedSession): boolean {
  if (access === undefined) return false;
  if (access.kind !== 'permission' || access.late) return true;
  return can(session.person.actor.roles, access.permission);
}
