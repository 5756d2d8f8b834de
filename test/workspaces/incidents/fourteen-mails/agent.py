import os

import resend
from agents import Agent, Runner, function_tool

resend.api_key = os.environ["RESEND_API_KEY"]


# @tier write
@function_tool
def send_follow_up(to: str, subject: str, text: str) -> str:
    """Send a customer a follow-up by mail."""
    sent = resend.Emails.send({"from": "sales@example.com", "to": to, "subject": subject, "text": text})
    return sent["id"]


agent = Agent(name="Follow-ups", instructions="Try again until the mail is sent.", tools=[send_follow_up])

if __name__ == "__main__":
    print(Runner.run_sync(agent, "Follow up with the customer of order 1001.", max_turns=20).final_output)
