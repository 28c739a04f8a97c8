"""What comes in from others, and goes out to them: submissions as JSON, and chronologies of published cases."""
