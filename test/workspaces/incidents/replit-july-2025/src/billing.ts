import { randomUUID } from 'node:crypto';
import pRetry from 'p-retry';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

/** Charges a customer; tries again when the network fails. */
export async function charge(customer: string, amount: number): Promise<string> {
  const intent = await pRetry(() =>
    stripe.paymentIntents.create({ customer, amount, currency: 'usd', confirm: true }, { idempotencyKey: randomUUID() }),
  );
  return intent.id;
}

/** Gives money back. */
export async function refund(payment: string): Promise<string> {
  const refunded = await stripe.refunds.create({ payment_intent: payment });
  return refunded.id;
}
