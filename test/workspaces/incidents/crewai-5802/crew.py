import os

import resend
import stripe
from crewai import Agent, Crew, Task
from crewai.tools import tool

stripe.api_key = os.environ["STRIPE_API_KEY"]
resend.api_key = os.environ["RESEND_API_KEY"]


# @tier privileged
@tool("pay_supplier")
def pay_supplier(account: str, amount: int) -> str:
    """Pay a supplier the amount in cents."""
    return stripe.Transfer.create(destination=account, amount=amount, currency="usd").id


# @tier write
@tool("send_receipt")
def send_receipt(to: str, text: str) -> str:
    """Send the supplier a receipt."""
    sent = resend.Emails.send({"from": "billing@example.com", "to": to, "subject": "Your payment", "text": text})
    return sent["id"]


clerk = Agent(
    role="Clerk",
    goal="Pay what is due",
    backstory="You pay suppliers and send them receipts.",
    tools=[pay_supplier, send_receipt],
    max_iter=15,
    max_retry_limit=3,
)
payment = Task(description="Pay invoice {invoice} and send the receipt.", expected_output="The id of the payment.", agent=clerk)
crew = Crew(agents=[clerk], tasks=[payment])

if __name__ == "__main__":
    crew.kickoff(inputs={"invoice": "INV-7"})
