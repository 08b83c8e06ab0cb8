"""What the reader has set; read by the command line and the wiring only."""

from radar.settings.endpoints import EndpointSettings
from radar.settings.environment import settings_environment
from radar.settings.fields import Settings
from radar.settings.folders import Folders
from radar.settings.sources import SourceSettings

__all__ = [
    "EndpointSettings",
    "Folders",
    "Settings",
    "SourceSettings",
    "settings_environment",
]
