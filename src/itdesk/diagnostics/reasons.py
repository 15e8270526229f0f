"""Every sentence by which a probe says why it knows nothing: the screen translates exactly these.

A test holds the list equal to what the probes raise. Places in braces stand for names and numbers.
"""

REASONS = ("It did not answer in time.",)
