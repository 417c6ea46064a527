# SPDX-License-Identifier: EUPL-1.2
"""The rules of the zorgketen, pure: phases, what is written down, residence, supply, notification."""
